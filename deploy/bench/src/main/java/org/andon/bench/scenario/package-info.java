/** What is measured: the scenarios of issue 3, each at any place that load can be put on. */
package org.andon.bench.scenario;
