# rule: notebook.nothing_uploaded
# source: https://github.com/jupyter-widgets/ipywidgets/issues/3610
# says: uploader\.value
# says: no file has been uploaded
# %% before
import sys, types
widgets = types.ModuleType('ipywidgets')
class FileUpload:
    def __init__(self): self.value = ()
widgets.FileUpload = FileUpload
sys.modules['ipywidgets'] = widgets
# %% before
uploader = widgets.FileUpload()
# %% fails
img = uploader.value[0]
