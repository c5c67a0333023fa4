/**
 * How every service answers over HTTP: who calls, how JSON, lists and errors look. Knows no
 * service.
 */
package org.andon.http;
