/**
 * The sealed dossier of a room, and the keys that seal it. Calls reports and messages, and asks
 * file-service for the files.
 */
package org.andon.messaging.dossier;
