package org.gongjian.identity;

import java.io.IOException;
import java.util.Locale;
import java.util.ResourceBundle;

import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.gongjian.web.LocalPath;

/**
 * What the server says when not even our error page can be made, as when the database is
 * gone and nobody's session can be read: in both languages, without a detail. The server
 * makes it by its name.
 */
public class LastResort extends ErrorReportValve {

	private static final int SOON_SECONDS = 10;

	private static final String PROBLEM = """
			{"type":"about:blank","title":"%s","status":%d,"detail":"%s"}""";

	private static final String PAGE = """
			<!DOCTYPE html>
			<html lang="en"><head><meta charset="UTF-8"><title>Gongjian 共建</title>
			<meta name="viewport" content="width=device-width, initial-scale=1">
			<link rel="stylesheet" href="/assets/css/tokens.css">
			<link rel="stylesheet" href="/assets/css/base.css">
			<link rel="stylesheet" href="/assets/css/components.css"></head>
			<body><main class="gate"><div class="panel"><h1><a href="/">共建 Gongjian</a></h1>
			<p>%s</p><p lang="zh-CN">%s</p></div></main></body></html>
			""";

	@Override
	protected void report(Request request, Response response, Throwable fault) {
		int status = response.getStatus();
		if (status < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
			return;
		}
		if (status >= 500) {
			status = 503;
			response.setStatus(status);
			response.setHeader("Retry-After", String.valueOf(SOON_SECONDS));
		}
		try {
			write(response, LocalPath.isProgram(request.getRequestURI()), status);
		}
		catch (IOException gone) {
			// nobody listens any more
		}
	}

	private static void write(Response response, boolean program, int status) throws IOException {
		String kind = (status == 503) ? "absent" : "refused";
		response.setContentType(program ? "application/problem+json" : "text/html");
		response.setCharacterEncoding("UTF-8");
		String en = say(Locale.ROOT, kind);
		String zh = say(Locale.SIMPLIFIED_CHINESE, kind);
		response.getReporter().write(program ? PROBLEM.formatted(en, status, zh) : PAGE.formatted(en, zh));
		response.finishResponse();
	}

	private static String say(Locale locale, String kind) {
		return ResourceBundle
			.getBundle("messages-identity", locale,
					ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES))
			.getString("identity.last-resort." + kind);
	}

}
