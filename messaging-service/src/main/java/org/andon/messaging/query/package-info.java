/** What the questions over HTTP have in common: limits, times, pages. Calls nothing. */
package org.andon.messaging.query;
