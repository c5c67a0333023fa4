/** What services share about their databases. Knows no service. */
package org.andon.database;
