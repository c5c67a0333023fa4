package org.andon.bench.stack;

import java.net.URI;

/** How to reach the stack's object store past the services. */
public record ObjectStoreAccess(URI endpoint, String bucket, String accessKey, String secretKey) {}
