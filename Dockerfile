# Waymark for production: small, not root, nothing written outside DATA_DIR. docs/deploy.md says how to run it,
# and how the base images here and in compose.yaml are renewed.
FROM node:24.21.0-bookworm-slim@sha256:d6aa754f16b3197301076f047b5def2f02ea1dbbc2ca920407d46d7ec7f87b20 AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci
COPY tools/build.mjs tools/bundle.mjs tools/
COPY cards cards
COPY src src
RUN node tools/build.mjs \
  && npm prune --omit=dev \
  # The bundler is a dependency because npm start builds; what is built needs it no more.
  && rm -rf node_modules/esbuild node_modules/@esbuild node_modules/.bin \
  # Nobody reads these there; they are two fifths of the whole.
  && find node_modules -type f \( -name '*.map' -o -name '*.d.ts' -o -name '*.d.mts' -o -name '*.d.cts' -o -name '*.md' \) -delete

FROM node:24.21.0-bookworm-slim@sha256:d6aa754f16b3197301076f047b5def2f02ea1dbbc2ca920407d46d7ec7f87b20
ENV NODE_ENV=production DATA_DIR=/data METRICS_HOST=0.0.0.0
WORKDIR /app
# The embedded database; MongoDB needs no folder. Everything else belongs to root and is only read.
RUN mkdir /data && chown node:node /data
COPY --from=build /app/node_modules node_modules
COPY --from=build /app/dist dist
COPY package.json ./
COPY src/imports/sample src/imports/sample
COPY src/nlu/classifier/weights.bin src/nlu/classifier/
COPY src/nlu/vectors src/nlu/vectors
COPY src/nlu/everyday-words.txt src/nlu/
USER 1000:1000
VOLUME /data
EXPOSE 3978
HEALTHCHECK --interval=30s --timeout=5s --start-period=20s \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT || 3978}/health`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
# The process is number 1 and ends by itself on SIGTERM. Other commands: docker run … waymark plan import …
ENTRYPOINT ["node", "dist/main.js"]
CMD ["serve"]
