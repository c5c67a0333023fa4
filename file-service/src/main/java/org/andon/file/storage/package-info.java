/**
 * The bytes, in any S3 store; the only package that knows of it. Calls nothing else of the service.
 */
package org.andon.file.storage;
