/** What an overlay renders to. Calls kustomize; knows no rule. */
package org.andon.k8scheck.manifest;
