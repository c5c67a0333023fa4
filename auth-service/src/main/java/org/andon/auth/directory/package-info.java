/**
 * Who somebody is and whether a password is theirs, asked of Active Directory or another LDAP
 * server. The only package that knows LDAP; it calls no other of this service.
 */
package org.andon.auth.directory;
