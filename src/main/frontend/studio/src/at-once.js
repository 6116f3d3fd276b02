// What somebody did with one click is taken back with one undo, however many changes it took.

class AtOnce {

  constructor(commandStack) {
    this.stack = commandStack;
    commandStack.register('studio.atOnce', { preExecute: (context) => { context.done = context.work(); } });
  }

  /** Does some work that changes the diagram; gives back what the work does. */
  run(work) {
    const context = { work };
    this.stack.execute('studio.atOnce', context);
    return context.done;
  }

}

AtOnce.$inject = ['commandStack'];

export const atOnce = { __init__: ['atOnce'], atOnce: ['type', AtOnce] };
