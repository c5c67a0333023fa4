/** Files up and down through file-service, beside the same bytes to the store itself. */
package org.andon.bench.files;
