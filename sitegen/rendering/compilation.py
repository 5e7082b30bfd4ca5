"""Templates compiled to Python that does less than Jinja's own, and what it calls."""

from collections.abc import Callable
from keyword import iskeyword
from typing import Any

from jinja2 import nodes
from jinja2.compiler import CodeGenerator, Frame
from jinja2.runtime import Context, Macro

HTML_FILTERS = frozenset(["dir", "lang", "paragraphs", "prose"])
"""What they return may stand in HTML as it is."""


class Calls(Context):
    """A page's names, of which macros are called without a look at what they may want."""

    def call(self, obj: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Any:  # noqa: ANN401 - as Jinja has it
        """Return what a macro or a function gives."""
        if type(obj) is not Macro:
            return super().call(obj, *args, **kwargs)
        kwargs.pop("_block_vars", None)
        kwargs.pop("_loop_vars", None)
        return obj(self.eval_ctx, *args, **kwargs)


class Generator(CodeGenerator):
    """Compiles a template whose pieces are gathered in lists, without a `Markup` around each.

    A piece is joined to others at once, which undoes the wrapping; and it does not pass through
    one generator for each template that the page's own extends.
    """

    _gathered = ""

    def visit_Template(self, node: nodes.Template, frame: Frame | None = None) -> None:  # noqa: N802 - as Jinja calls it
        """Write a template, with a name for what each piece passes."""
        self.writeline("output = environment.output")
        super().visit_Template(node, frame)

    def enter_frame(self, frame: Frame) -> None:
        """Write what a scope begins with; that of a template or block gathers its pieces."""
        super().enter_frame(frame)
        if frame.parent is None:
            self.buffer(frame)
            self._gathered = str(frame.buffer)

    def leave_frame(self, frame: Frame, with_python_scope: bool = False) -> None:  # noqa: FBT001, FBT002 - as Jinja calls it
        """Write what a scope ends with."""
        super().leave_frame(frame, with_python_scope)
        if frame.parent is None:
            self.writeline(f"yield concat({frame.buffer})")

    def visit_Include(self, node: nodes.Include, frame: Frame) -> None:  # noqa: N802 - as Jinja calls it
        """Write an include; one without context passes its pieces on, behind those gathered."""
        if not node.with_context:
            self.writeline(f"yield concat({self._gathered})")
            self.writeline(f"{self._gathered}.clear()")
        super().visit_Include(node, frame)

    def visit_Assign(self, node: nodes.Assign, frame: Frame) -> None:  # noqa: N802 - as Jinja calls it
        """Write an assignment; what is told of a target that takes none is told of its line."""
        self.newline(node)
        super().visit_Assign(node, frame)

    def _output_child_pre(
        self, node: nodes.Expr, frame: Frame, finalize: CodeGenerator._FinalizeInfo
    ) -> None:
        """Write what stands before a piece."""
        if frame.eval_ctx.volatile or not frame.eval_ctx.autoescape or finalize.src is not None:
            super()._output_child_pre(node, frame, finalize)
        else:
            # What a filter of HTML gives needs no escaping.
            is_html = isinstance(node, nodes.Filter) and node.name in HTML_FILTERS
            self.write("(" if is_html else "output(")


class DirectGenerator(Generator):
    """Compiles a template that takes attributes as Python does, which is much faster.

    Where one is missing that ends with `AttributeError`, though Jinja may know better: what is
    undefined may be tested, and a dictionary's items are attributes.
    """

    _testing = 0

    def visit_Test(self, node: nodes.Test, frame: Frame) -> None:  # noqa: N802 - as Jinja calls it
        """Write a test, which may be whether there is an attribute at all."""
        self._testing += 1
        super().visit_Test(node, frame)
        self._testing -= 1

    def visit_Getattr(self, node: nodes.Getattr, frame: Frame) -> None:  # noqa: N802 - as Jinja calls it
        """Write the attribute of something."""
        if self._testing or iskeyword(node.attr) or not node.attr.isascii():
            super().visit_Getattr(node, frame)
            return
        if isinstance(node.node, nodes.Name):
            # A name that is not known has no attributes either.
            self.write(frame.symbols.ref(node.node.name))
        else:
            self.write("(")
            self.visit(node.node, frame)
            self.write(")")
        self.write(f".{node.attr}")
