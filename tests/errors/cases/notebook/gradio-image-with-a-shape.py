# rule: libraries_gradio.argument_gone
# source: constructed
# says: shape
# says: image = gr\.Image\(type='pil'\)
# %% before
import sys
from pathlib import Path
Path('site-packages/gradio').mkdir(parents=True)
Path('site-packages/gradio/__init__.py').write_text('''__version__ = "4.44.1"
class Image:
    def __init__(self, value=None, *, type='numpy', sources=None): pass
''')
sys.path.insert(0, str(Path('site-packages').absolute()))
import gradio as gr
# %% fails
image = gr.Image(shape=(192, 192), type='pil')
# %% mended
image = gr.Image(type='pil')
