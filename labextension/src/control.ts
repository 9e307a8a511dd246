/** Questions to a kernel that do not wait for its running cell. */

import { KernelMessage, type Kernel } from '@jupyterlab/services';
import type { JSONObject } from '@lumino/coreutils';

const SECONDS = 20;

/** A sentence that is meant to be read by the learner. */
export class Answered extends Error {}

/**
 * Send a request on the control channel and wait for its reply.
 *
 * The kernel sends no "idle" for it, since JupyterLab takes any for the end of the cell; so the future is
 * never done, and its reply is all there is to wait for.
 */
export function askOnControl(
  kernel: Kernel.IKernelConnection,
  msgType: string,
  content: JSONObject,
  seconds = SECONDS
): Promise<JSONObject> {
  const message = KernelMessage.createMessage({
    msgType: msgType as 'interrupt_request', // the type knows the specification's messages only
    channel: 'control',
    session: kernel.clientId,
    username: kernel.username,
    content: content as KernelMessage.IInterruptRequestMsg['content'],
    metadata: { fastaid_quiet: true }
  });
  return new Promise((resolve, reject) => {
    const future = kernel.sendControlMessage(message, true, false);
    const timer = window.setTimeout(() => {
      future.dispose();
      reject(new Error(`The kernel did not answer within ${seconds} seconds.`));
    }, seconds * 1000);
    future.onReply = reply => {
      window.clearTimeout(timer);
      resolve(reply.content as unknown as JSONObject);
      void Promise.resolve().then(() => future.dispose());
    };
  });
}

/**
 * Ask fastaid in a kernel.
 *
 * Raises: Answered with the kernel's own sentence where it refuses.
 */
export async function askFastaid(kernel: Kernel.IKernelConnection, content: JSONObject): Promise<JSONObject> {
  const reply = await askOnControl(kernel, 'fastaid_request', content);
  if (reply.status !== 'ok') {
    throw new Answered(typeof reply.message === 'string' ? reply.message.slice(0, 500) : 'The kernel refused.');
  }
  return reply;
}
