/** What people see and do, tried in a browser against a running house with demo data. */
package org.gongjian.browser;
