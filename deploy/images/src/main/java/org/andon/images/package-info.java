/** Container images from what has been built, as archives, without an engine. */
package org.andon.images;
