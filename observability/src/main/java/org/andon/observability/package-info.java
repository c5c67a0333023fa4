/** What every service shows to who runs it, in the same shape. Knows no service. */
package org.andon.observability;
