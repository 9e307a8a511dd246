# rule: libraries_gradio.names_gone
# source: https://github.com/gradio-app/gradio/issues/1835
# says: gradio\s+4
# says: text = gr\.Textbox\(lines=2, value='hi'\)
# says: out = gr\.Label\(num_top_classes=3\)
# %% before
import sys
from pathlib import Path
Path('site-packages/gradio').mkdir(parents=True)
Path('site-packages/gradio/__init__.py').write_text('''__version__ = "5.9.1"
class Textbox:
    def __init__(self, value=None, *, lines=1, label=None): pass
class Label:
    def __init__(self, value=None, *, num_top_classes=None): pass
class Interface:
    def __init__(self, fn, inputs, outputs): pass
''')
sys.path.insert(0, str(Path('site-packages').absolute()))
# %% fails
import gradio as gr
text = gr.inputs.Textbox(lines=2, default='hi')
out = gr.outputs.Label(num_top_classes=3)
app = gr.Interface(fn=len, inputs=text, outputs=out)
# %% mended
import gradio as gr
text = gr.Textbox(lines=2, value='hi')
out = gr.Label(num_top_classes=3)
app = gr.Interface(fn=len, inputs=text, outputs=out)
