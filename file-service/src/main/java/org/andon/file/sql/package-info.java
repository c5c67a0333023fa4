/** What all that ask the database share. Calls nothing else of the service. */
package org.andon.file.sql;
