// Kubernetes' own kinds and those of the operators, as their projects publish them: which package has which group.
const OPERATORS = {
  'gateway.networking.k8s.io': '@kubernetes-models/gateway-api',
  'postgresql.cnpg.io': '@kubernetes-models/cloudnative-pg',
  'monitoring.coreos.com': '@kubernetes-models/prometheus-operator',
  'external-secrets.io': '@kubernetes-models/external-secrets',
  'keda.sh': '@kubernetes-models/keda',
}

// The backup plugin's own definition is in no package; the part of it that can be got wrong is.
const IN_PART = {
  'barmancloud.cnpg.io/v1 ObjectStore': {
    module: '@kubernetes-models/cloudnative-pg/github.com/cloudnative-pg/barman-cloud/pkg/api',
    name: 'BarmanObjectStoreConfiguration',
    part: (manifest) => manifest.spec?.configuration,
  },
}

const whole = (manifest) => manifest

/** @returns {model, module, type, part} of a manifest's kind; undefined when nobody we know of publishes it */
export async function modelOf({ apiVersion, kind }) {
  const group = apiVersion.includes('/') ? apiVersion.split('/')[0] : ''
  const { module, name, part } = IN_PART[`${apiVersion} ${kind}`] ?? {
    module: `${OPERATORS[group] ?? 'kubernetes-models'}/${apiVersion}`,
    name: kind,
    part: whole,
  }
  try {
    const model = (await import(module))[name]
    return model && { model, module, type: `I${name}`, part }
  } catch (missing) {
    if (missing.code !== 'ERR_PACKAGE_PATH_NOT_EXPORTED' && missing.code !== 'ERR_MODULE_NOT_FOUND') throw missing
    return undefined
  }
}
