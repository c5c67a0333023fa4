/** What the machine itself can do, and what of it is in use: figures are quoted as ratios to it. */
package org.andon.bench.machine;
