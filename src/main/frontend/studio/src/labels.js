// A label whose frame was measured with another font would break its words; it gets the room
// it needs, about the same middle.
import { DEFAULT_LABEL_SIZE, getLabel } from 'bpmn-js/lib/util/LabelUtil';

class RoomyLabels {

  constructor(eventBus, textRenderer) {
    eventBus.on('shape.add', 2000, ({ element }) => {
      if (element.labelTarget && getLabel(element)) {
        const { height } = textRenderer.getExternalLabelBounds(element, getLabel(element));
        const width = Math.max(element.width, DEFAULT_LABEL_SIZE.width);
        Object.assign(element, { x: element.x - (width - element.width) / 2, width, height });
      }
    });
  }

}

RoomyLabels.$inject = ['eventBus', 'textRenderer'];

export const labels = { __init__: ['roomyLabels'], roomyLabels: ['type', RoomyLabels] };
