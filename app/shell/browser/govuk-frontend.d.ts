// The parts of govuk-frontend that our scripts call; the package brings no types of its own.
declare module "govuk-frontend" {
  type Component = { readonly moduleName: string; new (root: Element): object };

  /** Brings every element of the module's name to life; an element that is not as it should be is logged and left alone. */
  export function createAll(component: Component): object[];

  export const Button: Component;
  export const CharacterCount: Component;
  export const Checkboxes: Component;
  export const ErrorSummary: Component;
  export const NotificationBanner: Component;
  export const Radios: Component;
  export const SkipLink: Component;
}
