package org.andon.room.notification;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

/**
 * A user's settings, and what of them this system can do.
 *
 * @param mailAvailable whether mails are sent at all
 * @param pushAvailable whether anything is pushed at all
 */
record SettingsView(
    @JsonUnwrapped Settings settings, boolean mailAvailable, boolean pushAvailable) {}
