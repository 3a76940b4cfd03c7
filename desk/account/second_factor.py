"""Setting up an authenticator, and showing its code at each sign-in."""

import base64
from io import BytesIO

import qrcode
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.views.decorators.debug import sensitive_post_parameters, sensitive_variables
from django.views.decorators.http import require_http_methods, require_POST, require_safe
from django_otp import login
from django_otp.models import Device
from django_otp.plugins.otp_totp.models import TOTPDevice
from qrcode.image.svg import SvgPathFillImage

from accounts.operations import CodeRefused, begin_enrolment, confirm_enrolment, make_recovery_codes, verify_code
from accounts.powers import has_second_factor, is_verified
from desk.account.entrance import note, onward, person_of, settled, signed_in
from desk.account.forms import CodeForm
from desk.account.pages import page


def may_enrol(request: HttpRequest) -> bool:
    """A password alone never replaces an authenticator that is there."""
    return is_verified(request.user) or not has_second_factor(person_of(request))


def waiting(request: HttpRequest) -> TOTPDevice | None:
    """The authenticator that is being set up."""
    return TOTPDevice.objects.filter(user=person_of(request), confirmed=False).first()


@require_safe
@signed_in
def setting_up(request: HttpRequest) -> HttpResponse:
    if not may_enrol(request):
        return HttpResponseRedirect(reverse("admin:code"))
    return _setting_up(request, CodeForm())


def _setting_up(request: HttpRequest, form: CodeForm, status: int = 200) -> HttpResponse:
    device = waiting(request)
    secret = base64.b32encode(device.bin_key).decode() if device else ""
    groups = " ".join(secret[start : start + 4] for start in range(0, len(secret), 4))
    return page(
        request,
        "second_factor",
        "Second factor",
        status,
        form=form,
        secret=groups,
        enrolled=has_second_factor(person_of(request)),
    )


@require_POST
@signed_in
def begin(request: HttpRequest) -> HttpResponse:
    if not may_enrol(request):
        return HttpResponseRedirect(reverse("admin:code"))
    begin_enrolment(person_of(request))
    return HttpResponseRedirect(reverse("admin:second_factor"))


@require_safe
@signed_in
def picture(request: HttpRequest) -> HttpResponse:
    """The secret as a QR code. Nobody keeps a copy: the answer is not stored, and the secret is shown until it is confirmed only."""
    device = waiting(request) if may_enrol(request) else None
    if device is None:
        raise Http404
    file = BytesIO()
    qrcode.make(device.config_url, image_factory=SvgPathFillImage).save(file)
    return HttpResponse(file.getvalue(), content_type="image/svg+xml")


@sensitive_post_parameters("code")
@require_POST
@signed_in
@sensitive_variables("codes")
def confirm(request: HttpRequest) -> HttpResponse:
    if not may_enrol(request):
        return HttpResponseRedirect(reverse("admin:code"))
    form = CodeForm(request.POST)
    if not form.is_valid():
        return _setting_up(request, form, status=422)
    try:
        device, codes = confirm_enrolment(person_of(request), form.cleaned_data["code"].replace(" ", ""))
    except CodeRefused as refusal:
        form.add_error("code", str(refusal))
        return _setting_up(request, form, status=422)
    enter(request, device)
    note(request, "Set up a second factor.")
    return page(request, "recovery_codes", "Recovery codes", codes=codes, next=reverse("admin:index"))


def enter(request: HttpRequest, device: Device) -> None:
    """The sign-in is complete; the session goes on under a new key."""
    request.session.cycle_key()
    login(request, device)


@sensitive_post_parameters("code")
@require_http_methods(["GET", "HEAD", "POST"])
@signed_in
def code(request: HttpRequest) -> HttpResponse:
    """Ask for the code that completes a sign-in."""
    person = person_of(request)
    if is_verified(request.user):
        return HttpResponseRedirect(onward(request))
    if not has_second_factor(person):
        return HttpResponseRedirect(reverse("admin:second_factor"))
    form = CodeForm(request.POST or None)
    if form.is_valid():
        try:
            enter(request, verify_code(person, form.cleaned_data["code"]))
        except CodeRefused as refusal:
            form.add_error("code", str(refusal))
        else:
            return HttpResponseRedirect(onward(request))
    return page(request, "code", "Second factor", 422 if form.is_bound else 200, form=form, next=onward(request))


@require_POST
@settled
@sensitive_variables("codes")
def renew(request: HttpRequest) -> HttpResponse:
    """New recovery codes in place of the earlier ones, shown this once."""
    if not is_verified(request.user):
        return HttpResponseRedirect(reverse("admin:account"))
    codes = make_recovery_codes(person_of(request))
    note(request, "Made new recovery codes.")
    return page(request, "recovery_codes", "Recovery codes", codes=codes, next=reverse("admin:account"))
