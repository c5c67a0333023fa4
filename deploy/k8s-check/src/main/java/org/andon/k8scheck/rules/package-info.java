/**
 * What no schema knows: how objects of one overlay fit each other, the services and the contracts.
 */
package org.andon.k8scheck.rules;
