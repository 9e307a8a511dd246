/**
 * Help and completion while a cell runs: what JupyterLab asks a busy kernel for on its shell channel, where
 * it would wait for the cell, is asked on the control channel.
 */

import type { Kernel, KernelMessage } from '@jupyterlab/services';
import type { JSONObject } from '@lumino/coreutils';
import { askOnControl } from './control';

const REROUTED = Symbol('fastaid: asks on the control channel while busy');
type Rerouted = Kernel.IKernelConnection & { [REROUTED]?: boolean };

/** Let a connection ask on the control channel where `isBusy` says that the shell channel waits. */
export function reroute(connection: Kernel.IKernelConnection, isBusy: () => boolean): void {
  const kernel = connection as Rerouted;
  if (kernel[REROUTED]) {
    return;
  }
  kernel[REROUTED] = true;
  const inspect = kernel.requestInspect.bind(kernel);
  const complete = kernel.requestComplete.bind(kernel);
  kernel.requestInspect = content =>
    isBusy()
      ? asked<KernelMessage.IInspectReplyMsg>(kernel, 'inspect', content as unknown as JSONObject)
      : inspect(content);
  kernel.requestComplete = content =>
    isBusy()
      ? asked<KernelMessage.ICompleteReplyMsg>(kernel, 'complete', content as unknown as JSONObject)
      : complete(content);
}

async function asked<T extends KernelMessage.IMessage>(
  kernel: Kernel.IKernelConnection,
  what: 'inspect' | 'complete',
  content: JSONObject
): Promise<T> {
  const reply = await askOnControl(kernel, `${what}_request`, content);
  return {
    channel: 'shell',
    content: reply,
    header: { msg_type: `${what}_reply`, msg_id: '', session: kernel.clientId, username: '', date: '', version: '5.3' },
    metadata: {},
    parent_header: {},
    buffers: []
  } as unknown as T;
}
