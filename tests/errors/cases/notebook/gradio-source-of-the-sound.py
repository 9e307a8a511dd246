# rule: libraries_gradio.argument_gone
# source: constructed
# says: sources
# says: sound = gr\.Audio\(sources=\['microphone'\], type='filepath'\)
# %% before
import sys
from pathlib import Path
Path('site-packages/gradio').mkdir(parents=True)
Path('site-packages/gradio/__init__.py').write_text('''__version__ = "4.44.1"
class Audio:
    def __init__(self, value=None, *, type='numpy', sources=None): pass
''')
sys.path.insert(0, str(Path('site-packages').absolute()))
import gradio as gr
# %% fails
sound = gr.Audio(source='microphone', type='filepath')
# %% mended
sound = gr.Audio(sources=['microphone'], type='filepath')
