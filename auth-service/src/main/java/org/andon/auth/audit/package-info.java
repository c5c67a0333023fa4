/**
 * The record of logins, failures, refusals and revocations: who, when, from where. May call {@code
 * origin} and {@code page}.
 */
package org.andon.auth.audit;
