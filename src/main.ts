import './platform/close-webrtc.ts';
import { mount } from 'svelte';
import App from './App.svelte';
import { offline } from './platform/offline.svelte.ts';
import './ui/base.css';

mount(App, { target: document.getElementById('app')! });
void offline.start();
