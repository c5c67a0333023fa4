/** What was measured, as one Markdown table. */
package org.andon.bench.report;
