// The second half of the roles of the demo: see `rondgang-een.test.mjs`.
import { rollenLopen } from './rondgang.mjs';
import { eigenBrowser } from './steun.mjs';

rollenLopen(eigenBrowser({ lopend: true }), 1);
