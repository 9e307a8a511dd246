# rule: libraries_gradio.module_gone
# source: constructed
# says: gradio\s+4
# says: from gradio import Image, Textbox
# %% before
import sys
from pathlib import Path
Path('site-packages/gradio').mkdir(parents=True)
Path('site-packages/gradio/__init__.py').write_text('''__version__ = "4.44.1"
class Image: pass
class Textbox: pass
''')
sys.path.insert(0, str(Path('site-packages').absolute()))
# %% fails
from gradio.inputs import Image, Textbox
# %% mended
from gradio import Image, Textbox
