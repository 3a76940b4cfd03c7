# Entente, production size: one image for the web server, the worker and the timetable.

FROM python:3.11-slim AS packages
COPY requirements/base.txt /tmp/base.txt
RUN python -m venv /opt/venv \
 && /opt/venv/bin/pip install --no-cache-dir --disable-pip-version-check --require-hashes --no-deps -r /tmp/base.txt

FROM python:3.11-slim
ENV PATH=/opt/venv/bin:$PATH \
    PYTHONUNBUFFERED=1 \
    PYTHONDONTWRITEBYTECODE=1 \
    ENTENTE_NO_BOOTSTRAP=1 \
    ENTENTE_VAR=/var/lib/entente \
    STATIC_ROOT=/srv/static
# Pictures have Latin, Greek and Cyrillic letters of their own; titles in other scripts take those of the machine.
RUN apt-get update \
 && apt-get install --yes --no-install-recommends fonts-noto-core fonts-noto-cjk \
 && rm -rf /var/lib/apt/lists/*
RUN useradd --system --uid 10001 --no-create-home entente \
 && install -d -o entente /var/lib/entente /srv/static
COPY --from=packages /opt/venv /opt/venv
WORKDIR /srv/entente
COPY . .
USER entente
# The key of this line signs nothing and is not kept in the image: settings want one, collectstatic does not use it.
RUN SECRET_KEY=for-this-step-only DEBUG=0 ALLOWED_HOSTS=nowhere python manage.py collectstatic --no-input --verbosity 0
EXPOSE 8000
HEALTHCHECK --interval=15s --timeout=5s --start-period=60s CMD ["python", "-c", "import urllib.request as u; u.urlopen('http://127.0.0.1:8000/healthz', timeout=4)"]
CMD ["gunicorn", "config.wsgi", "--bind", "0.0.0.0:8000", "--workers", "2", "--no-control-socket", "--worker-tmp-dir", "/dev/shm"]
