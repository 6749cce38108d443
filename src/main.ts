import { mount } from 'svelte';
import App from './App.svelte';
import { keepForOffline } from './offline.ts';
import './ui/base.css';

mount(App, { target: document.getElementById('app')! });
keepForOffline();
