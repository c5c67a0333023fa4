/** The example incident, made through the gateway as people would make it. */
package org.andon.launcher.example;
