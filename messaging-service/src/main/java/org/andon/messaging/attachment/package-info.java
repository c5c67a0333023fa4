/** Files that messages refer to. May call file-service. */
package org.andon.messaging.attachment;
