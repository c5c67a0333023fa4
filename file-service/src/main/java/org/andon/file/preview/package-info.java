/**
 * Images and pages made small and harmless. Calls storage for what they are made of and where they
 * are kept, and nothing else of the service but web.
 */
package org.andon.file.preview;
