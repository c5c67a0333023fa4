/**
 * What every endpoint of this service shares: who calls, how lists and times look. Calls nothing
 * else of the service.
 */
package org.andon.file.web;
