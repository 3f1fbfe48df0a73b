// The second half of the roles of the demo: see `rondgang-een.test.mjs`.
import { eigenBrowser, rollenLopen } from './rondgang.mjs';

rollenLopen(eigenBrowser(), 1);
