/**
 * Access tokens: the key that signs them, their claims, and the public key for everybody who
 * verifies them. May call {@code directory} for who a person is.
 */
package org.andon.auth.token;
