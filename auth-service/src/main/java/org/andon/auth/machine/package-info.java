/**
 * Service accounts: machines that may write into some rooms, with secrets rather than people's
 * passwords. Calls session, token, throttle and audit; its tables are service_accounts and
 * service_account_secrets.
 */
package org.andon.auth.machine;
