# rule: libraries_gradio.names_gone
# source: https://github.com/tloen/alpaca-lora/issues/605
# says: outputs=gradio\.Textbox\(\)
# says: inputs=gradio\.Image\(type='pil'\)
# %% before
import sys
from pathlib import Path
Path('site-packages/gradio').mkdir(parents=True)
Path('site-packages/gradio/__init__.py').write_text('''
class Component:
    def __init__(self, *args, **kwargs): assert 'shape' not in kwargs
class Textbox(Component): pass
class Image(Component): pass
class Interface(Component): pass
''')
sys.path.insert(0, str(Path('site-packages').absolute()))
import gradio
# %% fails
app = gradio.Interface(fn=str, inputs=gradio.inputs.Image(type='pil', shape=(224, 224)), outputs=gradio.outputs.Textbox())
# %% mended
app = gradio.Interface(fn=str, inputs=gradio.Image(type='pil'), outputs=gradio.Textbox())
