package org.gongjian.notification;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;

import org.gongjian.shared.GongjianProperties;
import org.springframework.stereotype.Component;

/**
 * Posts messages to other programs, signed. It follows no redirect and, unless the
 * administrator of the machine allows it, calls no address inside the own network.
 */
@Component
class WebhookChannel implements Channel {

	static final String NAME = "WEBHOOK";

	private static final Duration PATIENCE = Duration.ofSeconds(10);

	private static final int GONE = 410;

	private final WebhookTable webhooks;

	private final boolean inside;

	private final Clock clock;

	private final HttpClient http = HttpClient.newBuilder()
		.connectTimeout(PATIENCE)
		.followRedirects(HttpClient.Redirect.NEVER)
		.build();

	WebhookChannel(WebhookTable webhooks, GongjianProperties properties, Clock clock) {
		this.webhooks = webhooks;
		this.inside = properties.outbox().webhooksInside();
		this.clock = clock;
	}

	@Override
	public String name() {
		return NAME;
	}

	@Override
	public boolean works() {
		return true;
	}

	@Override
	public void deliver(Parcel parcel) throws Undeliverable {
		Webhook webhook = this.webhooks.find(UUID.fromString(parcel.addressee()))
			.filter(Webhook::active)
			.orElseThrow(() -> Undeliverable.ever("switched off"));
		try {
			refuseInside(URI.create(webhook.url()));
			var answer = this.http.send(request(webhook, parcel), HttpResponse.BodyHandlers.discarding());
			if (answer.statusCode() == GONE) {
				throw Undeliverable.ever("HTTP 410");
			}
			if (answer.statusCode() / 100 != 2) {
				throw Undeliverable.now("HTTP " + answer.statusCode());
			}
		}
		catch (IOException fault) {
			throw Undeliverable.now(fault.getClass().getSimpleName() + " " + fault.getMessage());
		}
		catch (InterruptedException interrupted) {
			Thread.currentThread().interrupt();
			throw Undeliverable.now("interrupted");
		}
	}

	private HttpRequest request(Webhook webhook, Parcel parcel) {
		long seconds = this.clock.instant().getEpochSecond();
		String id = parcel.id().toString();
		return HttpRequest.newBuilder(URI.create(webhook.url()))
			.timeout(PATIENCE)
			.header("Content-Type", "application/json")
			.header("User-Agent", "Gongjian")
			.header("webhook-id", id)
			.header("webhook-timestamp", String.valueOf(seconds))
			.header("webhook-signature", Signature.of(webhook.secret(), id, seconds, parcel.content()))
			.POST(HttpRequest.BodyPublishers.ofString(parcel.content()))
			.build();
	}

	/**
	 * Java keeps a resolved name for 30 seconds, so the connection goes to the address
	 * checked here.
	 */
	private void refuseInside(URI uri) throws UnknownHostException, Undeliverable {
		if (this.inside) {
			return;
		}
		for (InetAddress address : InetAddress.getAllByName(uri.getHost())) {
			boolean unique = address.getAddress().length == 16 && (address.getAddress()[0] & 0xFE) == 0xFC;
			if (unique || address.isLoopbackAddress() || address.isAnyLocalAddress() || address.isLinkLocalAddress()
					|| address.isSiteLocalAddress() || address.isMulticastAddress()) {
				throw Undeliverable.ever("an address inside the network");
			}
		}
	}

}
