// The least a page with a BPMN editor can be: what the studio is measured against.
import Modeler from 'bpmn-js/lib/Modeler';
import camunda from 'camunda-bpmn-moddle/resources/camunda.json';
import 'bpmn-js/dist/assets/diagram-js.css';
import 'bpmn-js/dist/assets/bpmn-js.css';
import 'bpmn-js/dist/assets/bpmn-font/css/bpmn.css';

const modeler = new Modeler({ container: document.querySelector('#canvas'), moddleExtensions: { camunda } });
await modeler.importXML(document.querySelector('#xml').value);
modeler.get('canvas').zoom('fit-viewport');
performance.mark('ready');
