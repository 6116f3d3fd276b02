package org.gongjian.identity;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.gongjian.identity.SetupLinks.Purpose;
import org.gongjian.shared.InvalidInput;
import org.gongjian.shared.NotFound;
import org.gongjian.shared.Violation;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Uses set-up links: the first administrator's and those for a new password. */
@Service
@Transactional
class Setup {

	private final SetupLinks links;

	private final Accounts accounts;

	private final ObjectProvider<FirstAdministrator> administrator;

	Setup(SetupLinks links, Accounts accounts, ObjectProvider<FirstAdministrator> administrator) {
		this.links = links;
		this.accounts = accounts;
		this.administrator = administrator;
	}

	@Transactional(readOnly = true)
	public Optional<Purpose> find(String token) {
		return this.links.find(token);
	}

	/** Carries out what the link is for; a link works once. */
	public void finish(SetupForm form) {
		Purpose purpose = this.links.find(form.token()).orElseThrow(() -> new NotFound("set-up link"));
		if (!this.links.use(form.token())) {
			throw new NotFound("set-up link");
		}
		refuseWrong(form, purpose);
		if (purpose.isFirst()) {
			this.accounts.create(HouseLogin.normalised(form.username()), form.displayName(), null, form.password());
			this.administrator.getObject().appoint(HouseLogin.normalised(form.username()), form.displayName().strip());
		}
		else {
			this.accounts.changePassword(purpose.username(), form.password(), null);
		}
	}

	/** Passwords are typed anew after each refusal: all that is wrong is said at once. */
	private void refuseWrong(SetupForm form, Purpose purpose) {
		List<Violation> wrong = new ArrayList<>(purpose.isFirst()
				? this.accounts.wrongWith(HouseLogin.normalised(form.username()), form.displayName(), form.password())
				: this.accounts.wrongWith(purpose.username(), form.password()));
		if (!form.password().equals(form.again())) {
			wrong.add(Violation.of("again", "identity.password.different"));
		}
		if (!wrong.isEmpty()) {
			throw new InvalidInput(wrong);
		}
	}

}
